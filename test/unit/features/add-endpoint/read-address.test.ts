import assert from 'node:assert/strict';
import { readAddress, usualAddress } from '../../../../src/features/add-endpoint/read-address';
import { endpointPresets } from '../../../../src/model/presets';

const azure = endpointPresets.find(({ id }) => id === 'azure-deployment') ?? assert.fail();

describe('An address', () => {
  it('is taken as it is typed', () => {
    assert.deepEqual(readAddress(' https://api.example.com/v1/ '), {
      valid: true,
      address: { baseUrl: 'https://api.example.com/v1' },
    });
  });

  it('as Azure shows it gives the api-version too', () => {
    const shown =
      'https://mine.openai.azure.com/openai/deployments/eyes/chat/completions?api-version=2025-01-01-preview';
    assert.deepEqual(readAddress(shown, azure.placeholders), {
      valid: true,
      address: { baseUrl: 'https://mine.openai.azure.com/openai/deployments/eyes', apiVersion: '2025-01-01-preview' },
    });
  });

  it('names the placeholder that is still in it', () => {
    assert.deepEqual(readAddress(azure.baseUrl.replace('RESOURCE', 'mine'), azure.placeholders), {
      valid: false,
      problem: 'Replace DEPLOYMENT: name of the deployment.',
    });
  });

  it('that is none is refused with a sentence', () => {
    const result = readAddress('example');
    assert(!result.valid);
    assert.match(result.problem, /^The base URL is not a URL; .*\.$/);
    assert(!readAddress('https://api.example.com/v1?key=1').valid);
  });

  it('that ends after the host has a usual form', () => {
    assert.equal(usualAddress('http://127.0.0.1:8000'), 'http://127.0.0.1:8000/v1');
    assert.equal(usualAddress('http://127.0.0.1:8000/api'), undefined);
  });
});
