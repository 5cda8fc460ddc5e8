import assert from 'node:assert/strict';
import { OpenAiServer } from '../servers/openai-server';
import { checkVector } from './support/check-vector';
import { corporaFolder, readCorpora } from './support/corpora-folder';
import { Outcomes } from './support/outcomes';

describe('Event streams of others', () => {
  const folder = corporaFolder();
  const corpora = readCorpora(folder);
  const outcomes = new Outcomes();
  let server: OpenAiServer;

  before(async () => {
    server = await OpenAiServer.start();
  });

  after(async () => {
    await server.close();
    console.log(`\n${outcomes.table(folder, corpora)}`);
  });

  for (const { name, vectors } of corpora ?? []) {
    for (const vector of vectors) {
      it(`${name}: ${vector.source}: ${vector.name}`, async () => {
        const outcome = await checkVector(server, vector);
        outcomes.add(name, outcome);
        assert.deepEqual(outcome.problems, []);
      });
    }
  }

  if (!corpora?.some(({ vectors }) => vectors.length > 0)) {
    it(`are not in ${folder}`);
  }
});
