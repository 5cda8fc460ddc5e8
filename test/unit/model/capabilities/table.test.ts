import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { findInTable, type CapabilityTable } from '../../../../src/model/capabilities/find-in-table';
import { lookUpCapabilities } from '../../../../src/model/capabilities/table';
import shipped from '../../../../src/model/capabilities/table.json';
import { parseCapabilities } from '../../../../src/model/parse-capabilities';

const facts = { input: { image: true }, contextTokens: 1000, maxOutputTokens: 100 };
const table: CapabilityTable = {
  providers: [
    {
      name: 'acme',
      hosts: ['api.acme.example', '.acme.cloud.example'],
      models: {
        omni: { ...facts, price: { input: 1, output: 2 } },
        'omni-2024-08-06': { ...facts, contextTokens: 2000, price: { input: 3, output: 4 } },
        'solo-20240806': { ...facts, price: { input: 5, output: 6 } },
      },
    },
    { name: 'zeta', hosts: ['api.zeta.example'], models: { omni: { ...facts, price: { input: 7, output: 8 } } } },
  ],
};
const find = (model: string, baseUrl = 'https://api.acme.example/v1') => findInTable(table, { baseUrl, model });

describe('The table of models', () => {
  it('finds a model by its exact name first', () => {
    assert.equal(find('omni')?.contextTokens, 1000);
    assert.equal(find('omni-2024-08-06')?.contextTokens, 2000);
  });

  it('finds it with a known prefix, a tag, another date and in other letters', () => {
    for (const model of ['openai/omni', 'models/omni', 'OMNI', 'omni:free', 'omni-2025-01-01', 'omni-20250101']) {
      assert.equal(find(model)?.price?.input, 1, model);
    }
    assert.equal(find('solo')?.price?.input, 5);
  });

  it('finds nothing for a name that is only alike', () => {
    for (const model of ['omni-mini', 'my-omni', 'someone/omni', 'omn', '', 'constructor', '__proto__', 'omni-2']) {
      assert.equal(find(model), undefined, model);
    }
  });

  it('tells the price of the provider that is asked, and of no other server', () => {
    assert.equal(find('omni', 'https://api.zeta.example/v1')?.price?.input, 7);
    assert.equal(find('omni', 'https://team.acme.cloud.example/openai/v1')?.price?.input, 1);
    const elsewhere = find('omni', 'https://gateway.example/v1');
    assert.equal(elsewhere?.price, undefined);
    assert.equal(elsewhere?.contextTokens, 1000);
    assert.equal(find('omni', 'https://evilacme.cloud.example.evil.test/v1')?.price, undefined);
  });

  it('tells no price and no context of a server on this machine, whose model has the same name', () => {
    assert.deepEqual(find('omni', 'http://localhost:11434/v1'), {
      input: { text: true, image: true },
      output: { text: true },
    });
  });

  it('ships with its sources, their dates and licences, in less than 60 KB', () => {
    assert(statSync('src/model/capabilities/table.json').size < 60_000);
    assert(shipped.sources.length > 0);
    for (const { package: name, version, date, licence } of shipped.sources) {
      assert.match(`${name} ${version} ${date} ${licence}`, /^\S+ \d+\.\d+\.\d+ \d{4}-\d\d-\d\d MIT$/);
    }
  });

  it('holds nothing that is not a fact about a model', () => {
    for (const { name, models } of shipped.providers) {
      assert(Object.keys(models).length > 0, name);
      for (const [id, model] of Object.entries(models)) {
        assert.deepEqual(parseCapabilities(model, assert.fail), model, id);
      }
    }
  });

  it('knows a well-known model at its provider', () => {
    const known = lookUpCapabilities({ baseUrl: 'https://api.openai.com/v1', model: 'gpt-4o-mini' });
    assert.equal(known?.input?.image, true);
    assert.equal(known.contextTokens, 128_000);
    assert.deepEqual(known.price, { input: 0.15, output: 0.6, cachedInput: 0.075 });
  });
});
