export const dialogueTitle = 'Iris: Add Endpoint';
