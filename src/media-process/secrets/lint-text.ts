import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret } from '../../shared/attachment/secrets';
import type { SecretMatch } from '../secret-service';

const prefix = '@secretlint/secretlint-rule-';

/** What the rules are about, by the end of their identifiers; all others find keys that they name. */
const issuers: Readonly<Record<string, string>> = {
  aws: 'AWS',
  gcp: 'Google Cloud',
  npm: 'npm',
  slack: 'Slack',
  sendgrid: 'SendGrid',
  shopify: 'Shopify',
  stripe: 'Stripe',
  github: 'GitHub',
  gitlab: 'GitLab',
  grafana: 'Grafana',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  groq: 'Groq',
  huggingface: 'Hugging Face',
  linear: 'Linear',
  notion: 'Notion',
  '1password': '1Password',
  'hashicorp-vault': 'HashiCorp Vault',
  vercel: 'Vercel',
  databricks: 'Databricks',
  docker: 'Docker',
  figma: 'Figma',
  cloudflare: 'Cloudflare',
  tailscale: 'Tailscale',
};

/**
 * All but the one that lets a text say itself that nothing is to be found in it. In pictures, the identifier of a key of
 * AWS is often better to read than the key beside it.
 */
const config = {
  rules: rules
    .filter(({ meta }) => meta.id !== `${prefix}filter-comments`)
    .map((rule) => ({ id: rule.meta.id, rule, options: { enableIDScanRule: true } })),
};

/** The number of an account of AWS opens nothing. */
const accountNumber = 'AWSAccountID';

/** The keys, private keys and passwords that secretlint knows by their form. */
export async function lintText(content: string): Promise<readonly SecretMatch[]> {
  const { messages } = await lintSource({
    // The rules for files of certain names are those for the keys of Google Cloud, which are JSON.
    source: { filePath: 'attachment.json', ext: '.json', content, contentType: 'text' },
    options: { config, noPhysicFilePath: true },
  });
  return messages
    .filter(({ messageId }) => messageId !== accountNumber)
    .map(({ ruleId, range: [start, end] }) => ({ ...kindOf(ruleId), start, end }));
}

function kindOf(ruleId: string): FoundSecret {
  const rule = ruleId.replace(prefix, '');
  if (rule === 'privatekey') {
    return { kind: 'privateKey' };
  }
  if (rule === 'basicauth' || rule === 'database-connection-string') {
    return { kind: 'password' };
  }
  const issuer = issuers[rule];
  return { kind: 'key', ...(issuer !== undefined && { issuer }) };
}
