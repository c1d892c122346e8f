/** The log of commits, the truth: what it promises, and files that keep it. */
package nl.standaardencatalogus.catalogue.log;
