/** Steps of the dialogue that others send the person back to. */
export const stepIds = { address: 'address', key: 'key', model: 'model' } as const;
