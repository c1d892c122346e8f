// Replays an event stream with a client that is not ours and writes what is left at the end:
// node ldes.mjs http://localhost:8080/ldes state.nq
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { replicateLDES } from 'ldes-client';
import { Writer } from 'n3';

const [url, file] = process.argv.slice(2);
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SC = 'https://w3id.org/standaardencatalogus/def#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const begun = Date.now();
const counts = { members: 0, Create: 0, Update: 0, Delete: 0, transactions: 0 };
const state = new Map();

const client = replicateLDES({ url });
client.on('error', error => { console.error(error); process.exit(1); });
for await (const member of client.stream({ highWaterMark: 10 })) {
  const own = member.quads.filter(quad => quad.graph.termType === 'DefaultGraph');
  const said = predicate => own.filter(quad => quad.predicate.value === predicate).map(quad => quad.object.value);
  const kind = said(RDF + 'type').find(type => type.startsWith(AS)).slice(AS.length);
  const record = said('http://www.w3.org/ns/prov#specializationOf')[0];
  const number = Number(said(SC + 'revisionNumber')[0]);
  counts.members++;
  counts[kind]++;
  counts.transactions += said(SC + 'completesCommit').length;
  // Pages come in any order: the number says which revision of a record is the last.
  if (!(state.get(record)?.number > number)) {
    state.set(record, { number, quads: kind === 'Delete' ? [] : member.quads.filter(quad => quad.graph.value === member.id.value) });
  }
}
counts.milliseconds = Date.now() - begun;
const used = process.cpuUsage();
counts.processor = Math.round((used.user + used.system) / 1000);

const out = createWriteStream(file);
const writer = new Writer(out, { format: 'N-Triples' });
counts.records = 0;
counts.triples = 0;
for (const { quads } of state.values()) {
  if (quads.length > 0) counts.records++;
  counts.triples += quads.length;
  for (const { subject, predicate, object } of quads) writer.addQuad(subject, predicate, object);
}
writer.end();
await finished(out);
console.log(JSON.stringify(counts));
process.exit(0);
