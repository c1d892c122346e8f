/**
 * OpenID Connect: who a provider of identities says that somebody is. People are sent to it to log
 * in, programs show a token that it gave them; both become a principal as a key does.
 */
package nl.standaardencatalogus.server.openid;
