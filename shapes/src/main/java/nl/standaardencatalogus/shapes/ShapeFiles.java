package nl.standaardencatalogus.shapes;

import java.util.List;

/** The files that the shapes are in. A list, because a classpath cannot be listed. */
final class ShapeFiles {
  static final List<String> NAMES =
      List.of(
          "vormen.ttl",
          "AdoptionTarget.ttl",
          "AgendaItem.ttl",
          "ArchitectureElement.ttl",
          "Assessment.ttl",
          "BudgetLine.ttl",
          "BudgetTotal.ttl",
          "Commit.ttl",
          "ConformanceInstrument.ttl",
          "Cooperation.ttl",
          "CriterionOutcome.ttl",
          "Decision.ttl",
          "Declaration.ttl",
          "Distribution.ttl",
          "Explanation.ttl",
          "FormerMunicipality.ttl",
          "FormerRelation.ttl",
          "FundingAdvice.ttl",
          "Geometry.ttl",
          "Goal.ttl",
          "Identifier.ttl",
          "Mandate.ttl",
          "Meeting.ttl",
          "Membership.ttl",
          "Municipality.ttl",
          "Organisation.ttl",
          "Partner.ttl",
          "PhaseStatement.ttl",
          "Procedure.ttl",
          "ProcedureStep.ttl",
          "Project.ttl",
          "ProjectStage.ttl",
          "Province.ttl",
          "Reaction.ttl",
          "Record.ttl",
          "Relation.ttl",
          "Reorganisation.ttl",
          "Revision.ttl",
          "Standard.ttl",
          "StandardVersion.ttl",
          "StatusStatement.ttl");

  private ShapeFiles() {}
}
