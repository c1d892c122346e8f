/**
 * What people of an organisation see and do once they are logged in: what is asked of their
 * municipality, and its declarations, to make, confirm, change and withdraw.
 */
package nl.standaardencatalogus.server.mine;
