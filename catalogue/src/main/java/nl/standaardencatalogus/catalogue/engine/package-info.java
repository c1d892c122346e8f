/**
 * How queries run over a state in memory: as steps over numbers, in the order that touches least.
 * {@code StateExecutor} is the door; {@code Plan} makes steps of algebra.
 */
package nl.standaardencatalogus.catalogue.engine;
