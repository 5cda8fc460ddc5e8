import { isSecretName } from '../../shared/secret-names';
import { parseJson } from '../json';
import { createRedactor, type Redact } from '../redact';
import { secretFields, urlSecrets } from '../secret-fields';

/** What goes out, with its secrets. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly apiKey: string | undefined;
}

/** The secrets of a request beside those of its body: the key, and values that go by the name of a secret. */
export function requestSecrets({ url, headers, apiKey }: OutgoingRequest): readonly string[] {
  return [...(apiKey === undefined ? [] : [apiKey]), ...headerSecrets(headers), ...urlSecrets(url)];
}

/** Removes the secrets of a request from what its server says. Only then is its body looked through, which may be large. */
export function requestRedactor(request: OutgoingRequest, body: string): Redact {
  let redact: Redact | undefined;
  return (text) => {
    redact ??= createRedactor([...requestSecrets(request), ...secretFields(parseJson(body))]);
    return redact(text);
  };
}

/** Also without their scheme, and one by one: a server may echo a part. */
function headerSecrets(headers: Headers): readonly string[] {
  return [...headers].flatMap(([name, value]) =>
    isSecretName(name, 'header') ? [value, value.replace(/^\w+ +/, ''), ...cookieValues(name, value)] : [],
  );
}

function cookieValues(name: string, value: string): readonly string[] {
  return /cookie$/.test(name) ? value.split(/; */).map((pair) => pair.slice(pair.indexOf('=') + 1)) : [];
}
