/**
 * The demonstration's past: a made-up, marked and repeatable adoption history, and the days on
 * which the curated facts enter it. Nothing in here is true of any municipality.
 */
package nl.standaardencatalogus.catalogue.sample;
