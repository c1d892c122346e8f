/** The question library over HTTP: answers to its questions and the files they come in. */
package nl.standaardencatalogus.server.question;
