const makers = ['acme', 'borealis', 'cobalt', 'delta', 'ember', 'fable', 'garnet', 'halcyon'];
const kinds = ['omni', 'vision', 'mini', 'pro', 'coder', 'thinker'];

/** A list as OpenRouter writes it, of so many models, each a little different; the same each time. */
export function manyModels(count: number): object {
  return { data: Array.from({ length: count }, (_, index) => model(index)) };
}

function model(index: number): object {
  const maker = makers[index % makers.length] ?? '';
  const kind = kinds[Math.floor(index / makers.length) % kinds.length] ?? '';
  const sees = index % 3 !== 0;
  const hears = index % 7 === 0;
  const readsFiles = index % 5 === 0;
  return {
    id: `${maker}/${kind}-${index}`,
    canonical_slug: `${maker}/${kind}-${index}-20260101`,
    name: `${titled(maker)}: ${titled(kind)} ${index}`,
    created: 1_767_225_600 + index,
    description: `A model of ${titled(maker)}, number ${index}, as lists describe them in a sentence or two, sometimes more.`,
    context_length: [8_192, 32_768, 128_000, 200_000, 1_048_576][index % 5],
    architecture: {
      modality: sees ? 'text+image->text' : 'text->text',
      input_modalities: [
        'text',
        ...(sees ? ['image'] : []),
        ...(hears ? ['audio'] : []),
        ...(readsFiles ? ['file'] : []),
      ],
      output_modalities: ['text'],
      tokenizer: 'Other',
      instruct_type: null,
    },
    pricing: {
      prompt: index % 10 === 0 ? '0' : String((index % 40) * 0.000000125),
      completion: index % 10 === 0 ? '0' : String((index % 40) * 0.0000005),
      request: '0',
      image: '0',
      web_search: '0',
      internal_reasoning: '0',
    },
    top_provider: { context_length: 128_000, max_completion_tokens: 16_384, is_moderated: false },
    per_request_limits: null,
    supported_parameters: [
      'max_tokens',
      'temperature',
      'top_p',
      'stop',
      ...(index % 2 === 0 ? ['tools', 'tool_choice', 'structured_outputs', 'response_format'] : []),
      ...(index % 4 === 0 ? ['reasoning', 'include_reasoning'] : []),
    ],
  };
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
