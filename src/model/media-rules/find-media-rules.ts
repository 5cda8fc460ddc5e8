import type { ModelTarget } from '../model-target';
import { anthropic } from './anthropic';
import { gemini2, gemini3 } from './gemini';
import { gemma3, gemma4 } from './gemma';
import { grok } from './grok';
import { llama32, llama4 } from './llama';
import type { MediaRules } from './media-rules';
import { mistral3, pixtral } from './mistral';
import { openAiPatches, type PatchBudget } from './open-ai-patches';
import { openAiTiles } from './open-ai-tiles';
import { qwen2Vl, qwen3Vl } from './qwen-vl';
import { builtInReader, unknownModel } from './without-rule';

const small: PatchBudget = { patches: 1_536, side: 2_048 };
const medium: PatchBudget = { patches: 2_500, side: 2_048 };
const large: PatchBudget = { patches: 10_000, side: 6_000 };
/** Pictures of more patches are refused. */
const whole: PatchBudget = { patches: 30_000, side: 65_535 };

/** Names as they are behind any router; the first that is found in a model's name tells its family. */
const families: readonly (readonly [name: RegExp, rules: MediaRules])[] = [
  [/^gpt-4o-mini/, openAiTiles({ base: 2_833, tile: 5_667 })],
  [/^gpt-4\.1-mini/, openAiPatches({ multiplier: 1.62, high: small })],
  [/^gpt-4\.1-nano/, openAiPatches({ multiplier: 2.46, high: small })],
  [/^o4-mini/, openAiPatches({ multiplier: 1.72, high: small })],
  [/^gpt-5-nano/, openAiPatches({ multiplier: 1.5, high: small })],
  [/^gpt-5-mini|^gpt-5\.[234](?=$|-).*(mini|nano)|^gpt-5[\d.]*-codex/, openAiPatches({ multiplier: 1.2, high: small })],
  [/^gpt-5\.[23](?!\d)/, openAiPatches({ multiplier: 1.2, high: small })],
  [/^gpt-5\.4(?!\d)/, openAiPatches({ multiplier: 1.2, high: medium, original: large })],
  [/^gpt-5\.5(?!\d)/, openAiPatches({ multiplier: 1.2, high: medium, original: large, auto: 'original' })],
  [
    /^gpt-(5\.[6-9]|5\.\d\d|[6-9]|\d\d)/,
    openAiPatches({ multiplier: 1.2, high: medium, original: whole, auto: 'original' }),
  ],
  [/^gpt-5/, openAiTiles({ base: 70, tile: 140 })],
  [/^o[134](?!\d)/, openAiTiles({ base: 75, tile: 150 })],
  [/^(chat)?gpt-4|^gpt-(audio|realtime)/, openAiTiles({ base: 85, tile: 170 })],
  [/^computer-use/, openAiTiles({ base: 65, tile: 129 })],
  [/^gemini-(1|2)(?!\d)/, gemini2],
  [/^gemini/, gemini3],
  [/gemma-?(3|2|1)(?!\d)/, gemma3],
  [/gemma/, gemma4],
  [/qwen-?2([.p]5)?-?(vl|omni)|qvq|olmocr/, qwen2Vl],
  [/qwen-?3|qwen.*vl/, qwen3Vl],
  [/pixtral/, pixtral],
  [/mistral|magistral|ministral|devstral|voxtral/, mistral3],
  [/llama-?v?3[.p]2/, llama32],
  [/llama-?v?4/, llama4],
  [/^grok/, grok],
];

/** The rules of a model's family, told by its name; those of no known family where the name tells nothing. */
export function findMediaRules({ model, offline, capabilities }: ModelTarget): MediaRules {
  if (offline) {
    return builtInReader;
  }
  const name = familyName(model);
  const claude = claudeVersion(name);
  if (claude !== undefined) {
    return anthropic({
      isHighResolution: claude >= 4.7,
      hasLongContext: (capabilities.contextTokens ?? 0) > 200_000,
    });
  }
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? unknownModel;
}

/** `openai/gpt-4o:free` and `models/gemini-2.5-pro` without what routers and Google put around the name. */
function familyName(model: string): string {
  const name = model.toLowerCase();
  return name.slice(name.lastIndexOf('/') + 1).replace(/^(global|us|eu|apac)?\.?(anthropic|meta|mistral)\./, '');
}

/** 4.7 of `claude-opus-4-7-20260416` and of `claude-opus-4.7`; 0 for a Claude that has no number; undefined for others. */
function claudeVersion(name: string): number | undefined {
  if (!/^claude|^anthropic-claude/.test(name)) {
    return undefined;
  }
  const [, major, minor = '0'] = /-(\d{1,2})(?:[.-](\d))?(?!\d)/.exec(name) ?? [];
  return major === undefined ? 0 : Number(`${major}.${minor}`);
}
