import assert from 'node:assert/strict';
import {
  emptyDraft,
  environmentDraft,
  presetDraft,
  savedDraft,
  withAddress,
} from '../../../../src/features/add-endpoint/endpoint-draft';
import { keyNeed } from '../../../../src/features/add-endpoint/key-need';
import { endpointPresets } from '../../../../src/model/presets';

const openAi = presetDraft(endpointPresets.find(({ id }) => id === 'openai') ?? assert.fail());
const environment = { OPENAI_API_KEY: 'from-environment' };

describe('The key', () => {
  it('is asked for until there is one where the service needs it', () => {
    assert.equal(keyNeed(openAi, {}), 'required');
  });

  it('may be left out where it is not known whether the server needs one', () => {
    assert.equal(keyNeed({ ...emptyDraft, baseUrl: 'https://models.example/v1' }, {}), 'optional');
  });

  it('is not asked for on this machine, unless the person wants to enter one', () => {
    const local = { ...emptyDraft, baseUrl: 'http://localhost:1234/v1' };
    assert.equal(keyNeed(local, {}), 'none');
    assert.equal(keyNeed({ ...local, editsKey: true }, {}), 'optional');
  });

  it('of a saved endpoint is asked for where none is stored for the server at its new address', () => {
    const endpoint = { name: 'Work', baseUrl: 'https://a.example/v1', model: 'm' };
    const saved = savedDraft(endpoint, { hasKey: true });
    assert.equal(keyNeed(withAddress(saved, { baseUrl: 'https://a.example/v2' }), {}), 'none');
    assert.equal(keyNeed(withAddress(saved, { baseUrl: 'https://a.example:8443/v1' }), {}), 'optional');
    assert.equal(keyNeed(withAddress(saved, { baseUrl: 'https://b.example/v1' }), {}), 'optional');
    assert.equal(keyNeed(savedDraft(endpoint, { hasKey: false }), {}), 'optional');
    assert.equal(keyNeed({ ...saved, editsKey: true }, {}), 'optional');
  });

  it('may be left out where the environment has one for this origin', () => {
    assert.equal(keyNeed(openAi, environment), 'optional');
  });

  it('is not asked for when the endpoint was taken from an environment with a key', () => {
    const baseUrl = 'https://api.openai.com/v1';
    assert.equal(keyNeed(environmentDraft({ name: 'e', baseUrl, hasKey: true }), environment), 'none');
    assert.equal(keyNeed(environmentDraft({ name: 'e', baseUrl, hasKey: false }), {}), 'optional');
  });

  it('is asked for when the address was changed to an origin that the environment does not name', () => {
    const draft = environmentDraft({ name: 'e', baseUrl: 'https://elsewhere.example/v1', hasKey: true });
    assert.equal(keyNeed(draft, environment), 'optional');
  });
});
