package nl.standaardencatalogus.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The classes and properties of the catalogue's own vocabulary, in the order of its Turtle files.
 *
 * <p>A property's constant is its local name; a class's constant ends in {@code _CLASS}, because
 * {@code sc:Standard} and {@code sc:standard} would otherwise be one word.
 */
public final class SC {

  /** The namespace of every term below. */
  public static final String NS = "https://w3id.org/standaardencatalogus/def#";

  // Standards, their versions and what hangs on them

  public static final Node STANDARD_CLASS = term("Standard");
  public static final Node STANDARD_VERSION_CLASS = term("StandardVersion");
  public static final Node CONFORMANCE_INSTRUMENT_CLASS = term("ConformanceInstrument");
  public static final Node KIND = term("kind");
  public static final Node MAINTAINER = term("maintainer");
  public static final Node GEMMA_LAYER = term("gemmaLayer");
  public static final Node SPECIFICATION = term("specification");
  public static final Node CONFORMANCE_INSTRUMENT = term("conformanceInstrument");
  public static final Node ROLLING = term("rolling");
  public static final Node END_OF_SUPPORT = term("endOfSupport");
  public static final Node END_REASON = term("endReason");

  // Typed relations

  public static final Node RELATION_CLASS = term("Relation");
  public static final Node COMPONENT_OBLIGATION_CLASS = term("ComponentObligation");
  public static final Node FORMER_RELATION_CLASS = term("FormerRelation");
  public static final Node RELATION = term("relation");
  public static final Node FORMER_RELATION = term("formerRelation");
  public static final Node FROM = term("from");
  public static final Node TO = term("to");
  public static final Node RELATION_TYPE = term("relationType");
  public static final Node QUALIFIER = term("qualifier");
  public static final Node RELATION_LABEL = term("relationLabel");
  public static final Node ARCHIMATE_RELATION = term("archimateRelation");
  public static final Node CERTAINTY = term("certainty");
  public static final Node APPLIES_TO = term("appliesTo");
  public static final Node IN_GROUP = term("inGroup");
  public static final Node SERVES = term("serves");
  public static final Node BASED_ON = term("basedOn");
  public static final Node AGGREGATES = term("aggregates");
  public static final Node ASSOCIATED_WITH = term("associatedWith");
  public static final Node REALISES = term("realises");
  public static final Node FLOWS_TO = term("flowsTo");
  public static final Node COMPOSED_OF = term("composedOf");
  public static final Node SPECIALISES = term("specialises");
  public static final Node ASSIGNED_TO = term("assignedTo");
  public static final Node FUNCTIONALLY_REPLACED_BY = term("functionallyReplacedBy");
  public static final Node REQUIRES = term("requires");
  public static final Node RELATED_TO = term("relatedTo");
  public static final Node INTEROPERATES_WITH = term("interoperatesWith");
  public static final Node PROFILE_OF = term("profileOf");
  public static final Node CONFLICTS_WITH = term("conflictsWith");
  public static final Node TESTED_BY = term("testedBy");

  // What authorities state

  public static final Node STATUS_STATEMENT_CLASS = term("StatusStatement");
  public static final Node STATUS = term("status");
  public static final Node ABOUT = term("about");
  public static final Node AXIS = term("axis");
  public static final Node STATUS_VALUE = term("statusValue");
  public static final Node AUTHORITY = term("authority");

  // Where a fact comes from and when it holds

  public static final Node SAMPLE_DATA_CLASS = term("SampleData");
  public static final Node SOURCE_TEXT = term("sourceText");
  public static final Node CONFIDENCE = term("confidence");
  public static final Node NOTE = term("note");
  public static final Node DISAGREEMENT = term("disagreement");
  public static final Node VALID_FROM = term("validFrom");
  public static final Node VALID_UNTIL = term("validUntil");
  public static final Node ORDER = term("order");
  public static final Node DERIVED = term("derived");

  // Decisions

  public static final Node DECISION_CLASS = term("Decision");
  public static final Node DECISION_BODY = term("decisionBody");
  public static final Node DECISION_KIND = term("decisionKind");
  public static final Node DECIDED_ON = term("decidedOn");
  public static final Node EFFECTIVE_FROM = term("effectiveFrom");
  public static final Node EFFECTIVE_UNTIL = term("effectiveUntil");
  public static final Node COVERS = term("covers");
  public static final Node FORCE = term("force");
  public static final Node ON_ADVICE_OF = term("onAdviceOf");
  public static final Node SUPERSEDES = term("supersedes");
  public static final Node DOCUMENT_TITLE = term("documentTitle");
  public static final Node SCOPE_NOTE = term("scopeNote");

  // How a decision comes about: procedures, their steps, assessments, reactions and meetings

  public static final Node PROCEDURE_CLASS = term("Procedure");
  public static final Node PROCEDURE_STEP_CLASS = term("ProcedureStep");
  public static final Node REACTION_CLASS = term("Reaction");
  public static final Node ASSESSMENT_CLASS = term("Assessment");
  public static final Node CRITERION_OUTCOME_CLASS = term("CriterionOutcome");
  public static final Node MEETING_CLASS = term("Meeting");
  public static final Node AGENDA_ITEM_CLASS = term("AgendaItem");
  public static final Node CONCERNS = term("concerns");
  public static final Node PROCEDURE_KIND = term("procedureKind");
  public static final Node PROCEDURE_TRACK = term("procedureTrack");
  public static final Node STEP = term("step");
  public static final Node STEP_KIND = term("stepKind");
  public static final Node BEGINS_ON = term("beginsOn");
  public static final Node ENDS_ON = term("endsOn");
  public static final Node OUTCOME = term("outcome");
  public static final Node LEADS_TO = term("leadsTo");
  public static final Node REACTION = term("reaction");
  public static final Node REACTED_BY = term("reactedBy");
  public static final Node REACTED_ON = term("reactedOn");
  public static final Node ANSWER = term("answer");
  public static final Node ANSWERED_ON = term("answeredOn");
  public static final Node ASSESSMENT = term("assessment");
  public static final Node ASSESSED_ON = term("assessedOn");
  public static final Node ASSESSED_BY = term("assessedBy");
  public static final Node CRITERION_OUTCOME = term("criterionOutcome");
  public static final Node CRITERION = term("criterion");
  public static final Node VERDICT = term("verdict");
  public static final Node MOTIVATION = term("motivation");
  public static final Node CONDITION = term("condition");
  public static final Node MINORITY_VIEW = term("minorityView");
  public static final Node TAKEN_IN = term("takenIn");
  public static final Node MEETING_BODY = term("meetingBody");
  public static final Node HELD_ON = term("heldOn");
  public static final Node AGENDA_ITEM = term("agendaItem");

  // Declarations of municipalities

  public static final Node DECLARATION_CLASS = term("Declaration");
  public static final Node PHASE_STATEMENT_CLASS = term("PhaseStatement");
  public static final Node EXPLANATION_CLASS = term("Explanation");
  public static final Node MUNICIPALITY = term("municipality");
  public static final Node STANDARD = term("standard");
  public static final Node VERSION = term("version");
  public static final Node PHASE = term("phase");
  public static final Node PHASE_VALUE = term("phaseValue");
  public static final Node EXPLANATION = term("explanation");
  public static final Node GROUND = term("ground");
  public static final Node REVIEW_BY = term("reviewBy");
  public static final Node PLANNED_FOR = term("plannedFor");
  public static final Node REPLANNED_FROM = term("replannedFrom");
  public static final Node EVIDENCE = term("evidence");
  public static final Node COMPONENT = term("component");
  public static final Node PRODUCT_NAME = term("productName");
  public static final Node SUPPLIER_NAME = term("supplierName");
  public static final Node DECLARED_BY = term("declaredBy");
  public static final Node LAST_CONFIRMED = term("lastConfirmed");

  // Who may declare for a municipality

  public static final Node MANDATE_CLASS = term("Mandate");
  public static final Node MANDATOR = term("mandator");
  public static final Node MANDATARY = term("mandatary");
  public static final Node MANDATE_COVERS = term("mandateCovers");

  // Municipalities, provinces and other organisations

  public static final Node MUNICIPALITY_CLASS = term("Municipality");
  public static final Node FORMER_MUNICIPALITY_CLASS = term("FormerMunicipality");
  public static final Node PROVINCE_CLASS = term("Province");
  public static final Node ORGANISATION_CLASS = term("Organisation");
  public static final Node PARTNER_CLASS = term("Partner");
  public static final Node REORGANISATION_CLASS = term("Reorganisation");
  public static final Node OFFICIAL_NAME = term("officialName");
  public static final Node CBS_NAME = term("cbsName");
  public static final Node SORT_NAME = term("sortName");
  public static final Node CBS_CODE = term("cbsCode");
  public static final Node PROVINCE = term("province");
  public static final Node POPULATION = term("population");
  public static final Node POPULATION_DATE = term("populationDate");
  public static final Node AREA_KM2 = term("areaKm2");
  public static final Node GEOMETRY = term("geometry");
  public static final Node OIN = term("oin");
  public static final Node KVK = term("kvk");
  public static final Node RSIN = term("rsin");
  public static final Node ROO_ID = term("rooId");
  public static final Node OWMS_URI = term("owmsUri");
  public static final Node WIKIDATA = term("wikidata");
  public static final Node PART_OF_ORGANISATION = term("partOfOrganisation");
  public static final Node POSSIBLY_SAME_AS = term("possiblySameAs");
  public static final Node PARTNER_KIND = term("partnerKind");
  public static final Node ROLE_NOTE = term("roleNote");
  public static final Node ROLE_BASIS = term("roleBasis");
  public static final Node REORGANISATION_KIND = term("reorganisationKind");
  public static final Node SPLIT = term("split");
  public static final Node PLANNED = term("planned");
  public static final Node LEGAL_BASIS = term("legalBasis");

  // Cooperations of municipalities

  public static final Node COOPERATION_CLASS = term("Cooperation");
  public static final Node CARRIED_OUT_BY = term("carriedOutBy");
  public static final Node COOPERATION_KIND = term("cooperationKind");
  public static final Node COOPERATION_STATUS = term("cooperationStatus");
  public static final Node LEGAL_FORM = term("legalForm");
  public static final Node POWERS = term("powers");
  public static final Node ICT_EVIDENCE = term("ictEvidence");
  public static final Node MEMBERSHIP = term("membership");
  public static final Node OTHER_MEMBERS = term("otherMembers");

  // Architecture

  public static final Node ARCHITECTURE_ELEMENT_CLASS = term("ArchitectureElement");
  public static final Node ELEMENT_TYPE = term("elementType");
  public static final Node GEMMA_TYPE = term("gemmaType");
  public static final Node LAYER = term("layer");
  public static final Node BBN = term("bbn");

  // Goals, projects and money

  public static final Node GOAL_CLASS = term("Goal");
  public static final Node PROJECT_CLASS = term("Project");
  public static final Node BUDGET_LINE_CLASS = term("BudgetLine");
  public static final Node BUDGET_TOTAL_CLASS = term("BudgetTotal");
  public static final Node ADOPTION_TARGET_CLASS = term("AdoptionTarget");
  public static final Node PROJECT_STAGE_CLASS = term("ProjectStage");
  public static final Node FUNDING_ADVICE_CLASS = term("FundingAdvice");
  public static final Node GOAL = term("goal");
  public static final Node PROJECT_PHASE = term("projectPhase");
  public static final Node YIELDS = term("yields");
  public static final Node PARTICIPANT = term("participant");
  public static final Node BUDGET_LINE = term("budgetLine");
  public static final Node BUDGET_TOTAL = term("budgetTotal");
  public static final Node ADOPTION_TARGET = term("adoptionTarget");
  public static final Node TARGET_NUMBER = term("targetNumber");
  public static final Node TARGET_SHARE = term("targetShare");
  public static final Node DUE_ON = term("dueOn");
  public static final Node STAGE = term("stage");
  public static final Node FUND = term("fund");
  public static final Node YEAR = term("year");
  public static final Node AMOUNT = term("amount");
  public static final Node CURRENCY = term("currency");
  public static final Node PROJECT = term("project");
  public static final Node ADVICE_BODY = term("adviceBody");
  public static final Node ADVISED_ON = term("advisedOn");
  public static final Node REQUESTED_AMOUNT = term("requestedAmount");
  public static final Node ADVICE_OUTCOME = term("adviceOutcome");

  // Revisions and commits

  public static final Node REVISION_CLASS = term("Revision");
  public static final Node COMMIT_CLASS = term("Commit");
  public static final Node CURRENT_REVISION = term("currentRevision");
  public static final Node REVISION_NUMBER = term("revisionNumber");
  public static final Node REVISION_KIND = term("revisionKind");
  public static final Node CONTENT_HASH = term("contentHash");
  public static final Node COMPLETES_COMMIT = term("completesCommit");
  public static final Node COMMIT_NUMBER = term("commitNumber");
  public static final Node COMMIT_HASH = term("commitHash");
  public static final Node PREVIOUS_COMMIT_HASH = term("previousCommitHash");
  public static final Node ACTOR = term("actor");
  public static final Node ON_BEHALF_OF = term("onBehalfOf");
  public static final Node PROPOSER = term("proposer");
  public static final Node PROPOSED_ON_BEHALF_OF = term("proposedOnBehalfOf");
  public static final Node REASON = term("reason");

  // What follows on a day from statements, declarations and decisions

  public static final Node CURRENT_PHASE = term("currentPhase");
  public static final Node DECLARES_ON = term("declaresOn");
  public static final Node DEEMS_NOT_APPLICABLE = term("deemsNotApplicable");
  public static final Node HAS_NO_PLANS_FOR = term("hasNoPlansFor");
  public static final Node EXPLORES = term("explores");
  public static final Node PLANS = term("plans");
  public static final Node IMPLEMENTS = term("implements");
  public static final Node USES = term("uses");
  public static final Node PHASED_OUT = term("phasedOut");
  public static final Node EXPLAINS = term("explains");
  public static final Node BOUND_BY = term("boundBy");
  public static final Node BINDINGNESS = term("bindingness");
  public static final Node CURRENT_STATUS = term("currentStatus");

  private SC() {}

  private static Node term(String localName) {
    return NodeFactory.createURI(NS + localName);
  }
}
