/** Forms that the shapes describe: what was typed, and the graph that it stands for. */
package nl.standaardencatalogus.server.form;
