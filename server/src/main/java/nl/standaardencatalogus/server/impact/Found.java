package nl.standaardencatalogus.server.impact;

/** One thing that a supposition touches, with how it does. */
record Found(Effect effect, Finding finding) {}
