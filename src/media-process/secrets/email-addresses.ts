import type { SecretMatch } from '../secret-service';

/** Lengths as in RFC 5321; the local part as it is written without quotes. */
const address = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![\w@-])/gi;

/** Names that RFC 2606 keeps for examples, and addresses that nobody reads. */
const nobodys = /@(?:[\w-]+\.)*(?:example\.(?:com|net|org)|example|test|invalid|localhost)$|^(?:no-?reply|git)@/i;

/** Pictures for dense screens are called `icon@2x.png`. */
const fileName = /@\d+(?:\.\d+)?x\.\w+$/i;

/** Addresses of people. */
export function findEmailAddresses(text: string): readonly SecretMatch[] {
  return Array.from(text.matchAll(address))
    .filter(([found]) => !nobodys.test(found) && !fileName.test(found))
    .map(({ 0: found, index }) => ({ kind: 'emailAddress', start: index, end: index + found.length }));
}
