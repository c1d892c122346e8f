/**
 * The pages for people: each is a record built from answers to questions, shown by one template.
 */
package nl.standaardencatalogus.server.page;
