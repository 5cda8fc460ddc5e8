import { t } from '@vscode/l10n';

/** What **Iris: Add Endpoint** knows of a kind of server. */
export interface EndpointPreset {
  readonly id: string;
  readonly label: string;
  /** Base URL; holds each placeholder's `text`. Empty where there is nothing to start from. */
  readonly baseUrl: string;
  /** What the person has to put into the base URL. */
  readonly placeholders: readonly Placeholder[];
  /** Set for servers that take `api-version`, and the key in an `api-key` header. */
  readonly apiVersion?: string;
  readonly needsKey: boolean;
  /** Page where one gets a key. */
  readonly keyPage?: string;
  /** Runs on the person's own machine. */
  readonly local: boolean;
  readonly hint: string;
}

export interface Placeholder {
  readonly text: string;
  readonly label: string;
}

type Service = Pick<EndpointPreset, 'id' | 'label' | 'baseUrl' | 'keyPage' | 'hint'>;
type LocalServer = Pick<EndpointPreset, 'id' | 'label' | 'baseUrl' | 'hint'>;

const azureResource: Placeholder = { text: 'RESOURCE', label: t('name of the Azure OpenAI resource') };

export const endpointPresets: readonly EndpointPreset[] = [
  service({
    id: 'openai',
    label: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    keyPage: 'https://platform.openai.com/api-keys',
    hint: t('GPT models'),
  }),
  {
    ...service({
      id: 'azure-v1',
      label: 'Azure OpenAI (v1)',
      baseUrl: 'https://RESOURCE.openai.azure.com/openai/v1',
      keyPage: 'https://portal.azure.com',
      hint: t('The model is the name of your deployment; the key is under Keys and Endpoint'),
    }),
    placeholders: [azureResource],
  },
  {
    ...service({
      id: 'azure-deployment',
      label: 'Azure OpenAI (deployment)',
      baseUrl: 'https://RESOURCE.openai.azure.com/openai/deployments/DEPLOYMENT',
      keyPage: 'https://portal.azure.com',
      hint: t('Classic URL with an api-version; the key is under Keys and Endpoint'),
    }),
    placeholders: [azureResource, { text: 'DEPLOYMENT', label: t('name of the deployment') }],
    apiVersion: '2024-10-21',
  },
  service({
    id: 'openrouter',
    label: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyPage: 'https://openrouter.ai/keys',
    hint: t('Models of many providers with one key'),
  }),
  service({
    id: 'gemini',
    label: 'Google Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyPage: 'https://aistudio.google.com/apikey',
    hint: t('Gemini through its OpenAI-compatible API'),
  }),
  service({
    id: 'anthropic',
    label: 'Anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    keyPage: 'https://platform.claude.com/settings/keys',
    hint: t('Claude through its OpenAI-compatible API'),
  }),
  service({
    id: 'mistral',
    label: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    keyPage: 'https://console.mistral.ai/api-keys',
    hint: t('Choose a model with vision to ask about images'),
  }),
  service({
    id: 'groq',
    label: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyPage: 'https://console.groq.com/keys',
    hint: t('Images up to 4 MB in models with vision'),
  }),
  service({
    id: 'xai',
    label: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    keyPage: 'https://console.x.ai',
    hint: t('Grok models'),
  }),
  service({
    id: 'together',
    label: 'Together AI',
    baseUrl: 'https://api.together.xyz/v1',
    keyPage: 'https://api.together.ai/settings/api-keys',
    hint: t('Open models; choose one with vision to ask about images'),
  }),
  service({
    id: 'deepseek',
    label: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com',
    keyPage: 'https://platform.deepseek.com/api_keys',
    hint: t('Text and code only: its models take no images'),
  }),
  localServer({
    id: 'ollama',
    label: 'Ollama',
    baseUrl: 'http://127.0.0.1:11434/v1',
    hint: t('On this machine; models with vision take images'),
  }),
  localServer({
    id: 'lm-studio',
    label: 'LM Studio',
    baseUrl: 'http://127.0.0.1:1234/v1',
    hint: t('On this machine; start its server in the Developer tab'),
  }),
  localServer({
    id: 'llama-cpp',
    label: 'llama.cpp',
    baseUrl: 'http://127.0.0.1:8080/v1',
    hint: t('On this machine; llama-server with --mmproj takes images'),
  }),
  localServer({
    id: 'vllm',
    label: 'vLLM',
    baseUrl: 'http://127.0.0.1:8000/v1',
    hint: t('On this machine or another; change the address as needed'),
  }),
  localServer({
    id: 'litellm',
    label: 'LiteLLM',
    baseUrl: 'http://127.0.0.1:4000/v1',
    hint: t('A gateway to other providers; change the address as needed'),
  }),
  {
    id: 'other',
    label: t('Other'),
    baseUrl: '',
    placeholders: [],
    needsKey: false,
    local: false,
    hint: t('Any server that speaks OpenAI’s chat completions'),
  },
];

function service(preset: Service): EndpointPreset {
  return { ...preset, placeholders: [], needsKey: true, local: false };
}

function localServer(preset: LocalServer): EndpointPreset {
  return { ...preset, placeholders: [], needsKey: false, local: true };
}
