/** The register of explanations: who does not use a standard, and why. */
package nl.standaardencatalogus.server.explanation;
