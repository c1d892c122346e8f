package nl.standaardencatalogus.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The code lists of the catalogue: the slug of each, and the IRIs of lists and their concepts. */
public final class CodeLists {

  /** What every code list's IRI begins with. */
  public static final String NS = "https://w3id.org/standaardencatalogus/def/";

  // What authorities state: one list per axis, and the list of axes

  public static final String STATUS_AS = "status-as";
  public static final String LEVENSFASE = "levensfase";
  public static final String PUBLICATIESTADIUM = "publicatiestadium";
  public static final String VNG_VERBINDENDHEID = "vng-verbindendheid";
  public static final String FORUM_STATUS = "forum-status";
  public static final String GEMMA_KWALIFICATIE = "gemma-kwalificatie";

  // Standards and the architecture

  public static final String SOORT = "soort";
  public static final String THEMA = "thema";
  public static final String GEMMA_LAAG = "gemma-laag";
  public static final String GEMMA_GROEP = "gemma-groep";
  public static final String GEMMA_TYPE = "gemma-type";
  public static final String ARCHIMATE_TYPE = "archimate-type";
  public static final String ARCHIMATE_RELATIE = "archimate-relatie";
  public static final String ARCHITECTUURLAAG = "architectuurlaag";

  // Decisions and declarations

  public static final String BESLUITSOORT = "besluitsoort";
  public static final String PROCEDURESTAP = "procedurestap";
  public static final String PROCEDURESPOOR = "procedurespoor";
  public static final String PROCEDURESOORT = "proceduresoort";
  public static final String TOETSGROEP = "toetsgroep";
  public static final String TOETSCRITERIUM = "toetscriterium";
  public static final String TOETSUITKOMST = "toetsuitkomst";
  public static final String ADOPTIEFASE = "adoptiefase";
  public static final String LEG_UIT_GROND = "leg-uit-grond";

  // Organisations

  public static final String HERINDELINGSSOORT = "herindelingssoort";
  public static final String PARTNERSOORT = "partnersoort";
  public static final String SAMENWERKINGSSOORT = "samenwerkingssoort";
  public static final String BEVOEGDHEID = "bevoegdheid";

  // Projects

  public static final String PROJECTFASE = "projectfase";
  public static final String ADVIES_UITKOMST = "advies-uitkomst";

  // Evidence

  public static final String BETROUWBAARHEID = "betrouwbaarheid";

  private CodeLists() {}

  /** The code list with a slug. Says nothing about whether it exists. */
  public static Node scheme(String scheme) {
    return NodeFactory.createURI(NS + scheme);
  }

  /** The concept with a slug in a code list. Says nothing about whether it exists. */
  public static Node concept(String scheme, String concept) {
    return NodeFactory.createURI(NS + scheme + "/" + concept);
  }
}
