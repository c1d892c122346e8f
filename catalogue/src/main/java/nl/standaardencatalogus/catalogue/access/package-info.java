/** Who may change which records: principals, their roles, and the mandates of municipalities. */
package nl.standaardencatalogus.catalogue.access;
