import assert from 'node:assert/strict';
import {
  environmentDraft,
  localServerDraft,
  presetDraft,
  savedDraft,
  toEndpoint,
  withAddress,
  withKey,
} from '../../../../src/features/add-endpoint/endpoint-draft';
import { endpointPresets, type EndpointPreset } from '../../../../src/model/presets';

describe('An endpoint draft', () => {
  const listed = { ...presetDraft(preset('openai')), name: 'OpenAI', key: 'secret', model: 'm', models: ['m'] };

  it('becomes an endpoint without its key', () => {
    assert.deepEqual(toEndpoint(listed), { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1', model: 'm' });
  });

  it('of a server that takes an api-version keeps it', () => {
    assert.equal(toEndpoint(presetDraft(preset('azure-deployment'))).apiVersion, '2024-10-21');
  });

  it('takes the api-version that an address named', () => {
    const address = { baseUrl: 'https://a.openai.azure.com/openai/deployments/d', apiVersion: '2025-01-01' };
    assert.equal(withAddress(presetDraft(preset('azure-deployment')), address).apiVersion, '2025-01-01');
  });

  it('forgets the key when the address goes to another origin', () => {
    assert.equal(withAddress(listed, { baseUrl: 'https://api.openai.com/v2' }).key, 'secret');
    assert.equal(withAddress(listed, { baseUrl: 'https://elsewhere.example/v1' }).key, '');
  });

  it('forgets the list of models when the address or the key is another', () => {
    assert.deepEqual(withAddress(listed, { baseUrl: listed.baseUrl }).models, ['m']);
    assert.equal(withAddress(listed, { baseUrl: 'https://api.openai.com/v2' }).models, undefined);
    assert.deepEqual(withKey(listed, 'secret').models, ['m']);
    assert.equal(withKey(listed, 'another').models, undefined);
  });

  it('of a saved endpoint keeps what is not asked about, and its name', () => {
    const saved = {
      name: 'Work',
      baseUrl: 'https://a.example/v1',
      model: 'm',
      headers: { 'x-team': 'eyes' },
      timeoutSeconds: 5,
    };
    const draft = withAddress(savedDraft(saved, { hasKey: true }), { baseUrl: 'https://b.example/v1' });
    assert.deepEqual(toEndpoint({ ...draft, model: 'n' }), { ...saved, baseUrl: 'https://b.example/v1', model: 'n' });
    assert.equal(draft.key, '');
  });

  it('of a server that answered knows its models', () => {
    const draft = localServerDraft({ label: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: ['llava'] });
    assert.equal(draft.found, 'localServer');
    assert.equal(draft.preset?.id, 'ollama');
    assert.deepEqual(draft.models, ['llava']);
  });

  it('from the environment holds no key', () => {
    const draft = environmentDraft({ name: 'Environment', baseUrl: 'https://api.openai.com/v1', hasKey: true });
    assert.equal(draft.key, '');
  });
});

function preset(id: string): EndpointPreset {
  const found = endpointPresets.find((candidate) => candidate.id === id);
  assert(found);
  return found;
}
