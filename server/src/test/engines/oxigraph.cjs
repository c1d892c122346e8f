// Oxigraph in memory as an endpoint. Arguments: the triples, a port and the seconds that a query may
// take. The store answers on its own thread and cannot be stopped there: when it is late, the thread
// is ended and another one loads the triples anew.
const { Worker, isMainThread, workerData } = require('node:worker_threads');

if (isMainThread) {
  const [triples, port, seconds] = process.argv.slice(2);
  const since = new Float64Array(new SharedArrayBuffer(8));
  const start = () => new Worker(__filename, { workerData: { triples, port, since } });
  let worker = start();
  setInterval(async () => {
    if (since[0] > 0 && Date.now() - since[0] > seconds * 1000) {
      since[0] = 0;
      await worker.terminate();
      worker = start();
    }
  }, 200);
} else {
  const { createServer } = require('node:http');
  const { readFileSync } = require('node:fs');
  const { Store } = require('oxigraph');
  const { triples, port, since } = workerData;

  const store = new Store();
  store.load(readFileSync(triples), { format: 'application/n-triples', no_transaction: true });

  const answer = (request, response, form) => {
    since[0] = Date.now();
    try {
      const query = new URLSearchParams(form).get('query');
      const found = store.query(query, { results_format: 'application/sparql-results+json' });
      response.writeHead(200, { 'Content-Type': 'application/sparql-results+json' }).end(found);
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
    since[0] = 0;
  };

  createServer((request, response) => {
    let form = '';
    request.setEncoding('utf8').on('data', (part) => (form += part));
    request.on('end', () =>
      answer(request, response, form || new URL(request.url, 'http://localhost').search));
  }).listen(port, 'localhost');
}
