// Asks a SPARQL endpoint with three clients that are not ours: node clients.mjs http://localhost:8080/sparql
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
import SparqlClient from 'sparql-http-client/SimpleClient.js';
import { QueryEngine } from '@comunica/query-sparql';

const endpoint = process.argv[2];
const query =
  'PREFIX sc: <https://w3id.org/standaardencatalogus/def#> SELECT ?x { ?x a sc:Standard }';
const answers = {};

async function count(stream) {
  let rows = 0;
  for await (const _ of stream) rows++;
  return rows;
}

answers['fetch-sparql-endpoint'] = await count(
  await new SparqlEndpointFetcher().fetchBindings(endpoint, query));

const response = await new SparqlClient({ endpointUrl: endpoint }).query.select(query);
answers['sparql-http-client'] = (await response.json()).results.bindings.length;

const engine = new QueryEngine();
answers['comunica, told that it is SPARQL'] = await count(
  await engine.queryBindings(query, { sources: [{ type: 'sparql', value: endpoint }] }));
answers['comunica, finding out itself'] = await count(
  await engine.queryBindings(query, { sources: [endpoint] }));

console.log(JSON.stringify(answers));
process.exit(Object.values(answers).every(rows => rows === answers['fetch-sparql-endpoint'] && rows > 0) ? 0 : 1);
