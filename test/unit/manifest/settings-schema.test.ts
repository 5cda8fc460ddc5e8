import assert from 'node:assert/strict';
import { parseEndpoints } from '../../../src/model/parse-endpoints';
import { readManifest } from './read-manifest';
import { capabilitiesSchema, parametersSchema } from './settings-schema';

interface EndpointSchema {
  readonly properties: Readonly<Record<string, unknown>> & {
    readonly models: { readonly additionalProperties: { readonly properties: Readonly<Record<string, unknown>> } };
  };
}

describe('The schema of the setting of endpoints', () => {
  const manifest = readManifest() as {
    contributes: { configuration: { properties: { 'iris.endpoints': { items: EndpointSchema } } } };
  };
  const { properties } = manifest.contributes.configuration.properties['iris.endpoints'].items;
  const ofModel = properties.models.additionalProperties.properties;

  it('has every parameter, with its range and its description, for endpoints and for single models', () => {
    assert.deepEqual(properties['parameters'], parametersSchema());
    assert.deepEqual(ofModel['parameters'], parametersSchema());
  });

  it('has every capability', () => assert.deepEqual(ofModel['capabilities'], capabilitiesSchema()));

  it('has exactly the properties that are read', () => {
    const everything = {
      name: 'All',
      baseUrl: 'https://res.openai.azure.com/openai',
      model: 'm',
      api: 'responses',
      organization: 'org-1',
      project: 'proj-1',
      apiVersion: '2024-10-21',
      deployment: 'dep',
      headers: { 'X-Title': 'Iris' },
      query: { beta: 'true' },
      timeoutSeconds: 30,
      maxRetries: 0,
      parameters: { temperature: 0 },
      models: { m: { parameters: { seed: 1 }, capabilities: { input: { image: true } } } },
    };
    assert.deepEqual(parseEndpoints([everything]), { endpoints: [everything], problems: [] });
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(everything).sort());
    assert.deepEqual(Object.keys(ofModel).sort(), Object.keys(everything.models.m).sort());
  });
});
