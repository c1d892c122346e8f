/**
 * Who is at the door: the keys that organisations were given, the principals behind them, and the
 * people who are logged in.
 */
package nl.standaardencatalogus.server.account;
