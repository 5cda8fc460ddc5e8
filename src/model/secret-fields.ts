import { isSecretName } from '../shared/secret-names';

/** Stands where a secret was. */
export const hiddenSecret = '[redacted]';

/** A copy of a JSON value in which texts under the name of a secret are hidden, and secrets in addresses of tools. */
export function withoutSecretFields(value: unknown): unknown {
  return copied(value, () => undefined);
}

/** The texts that `withoutSecretFields` hides. */
export function secretFields(value: unknown): readonly string[] {
  const found: string[] = [];
  copied(value, (secret) => found.push(secret));
  return found;
}

/** The address with the values of its secret parameters, and a password, hidden. */
export function withoutUrlSecrets(url: URL): URL {
  const shown = new URL(url);
  for (const [name] of url.searchParams) {
    if (isSecretName(name, 'query')) {
      shown.searchParams.set(name, hiddenSecret);
    }
  }
  if (shown.password !== '') {
    shown.password = hiddenSecret;
  }
  return shown;
}

/** What `withoutUrlSecrets` hides. */
export function urlSecrets(url: URL): readonly string[] {
  return [
    ...[...url.searchParams].flatMap(([name, value]) => (isSecretName(name, 'query') ? [value] : [])),
    ...(url.password === '' ? [] : [url.password, decoded(url.password)]),
  ];
}

/** As it is where it is not well encoded: a URL may hold any `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function copied(value: unknown, found: (secret: string) => void): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => copied(item, found));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [
      name,
      isSecretName(name, 'field')
        ? hidden(item, found)
        : name === addressName
          ? address(item, found)
          : copied(item, found),
    ]),
  );
}

/** Of a server of tools (https://platform.openai.com/docs/guides/tools-connectors-mcp); some carry a key. */
const addressName = 'server_url';

function address(value: unknown, found: (secret: string) => void): unknown {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const secrets = url ? urlSecrets(url) : [];
  secrets.forEach(found);
  return url && secrets.length > 0 ? withoutUrlSecrets(url).href : value;
}

/** Lists of secrets too; an object under such a name, such as a schema's `token`, has names of its own. */
function hidden(value: unknown, found: (secret: string) => void): unknown {
  if (typeof value === 'string' && value !== '') {
    found(value);
    return hiddenSecret;
  }
  return Array.isArray(value) ? value.map((item) => hidden(item, found)) : copied(value, found);
}
