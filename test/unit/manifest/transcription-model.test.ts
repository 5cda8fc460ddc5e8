import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('The schema of the setting of the transcription model', () => {
  it('asks for an endpoint and a model', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: { properties: { 'iris.transcriptionModel': { required?: readonly string[] } } } };
    };
    const schema = manifest.contributes.configuration.properties['iris.transcriptionModel'];
    assert.deepEqual(schema.required, ['endpoint', 'model']);
  });
});
