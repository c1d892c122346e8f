/**
 * Changes that somebody works on or proposes, until they become a commit: drafts of editors and
 * proposals of anybody are one thing, a submission.
 */
package nl.standaardencatalogus.server.proposal;
