import type { ClientRequest, IncomingMessage } from 'node:http';

/**
 * The beginning of the answer to a request. Throws the errors of Node's sockets, or the signal's reason; never waits for a
 * connection that is gone. The request is destroyed then.
 */
export async function answerOf(request: ClientRequest, signal: AbortSignal): Promise<IncomingMessage> {
  let abort: () => void = () => undefined;
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      abort = () => reject(connectionLost('The request was aborted.'));
      signal.addEventListener('abort', abort);
      request.once('response', resolve);
      // Stays for good: what fails after the answer has begun is told by the answer, if it matters to it.
      request.on('error', reject);
      // Node hands the connection over and says nothing more of it.
      request.once('upgrade', (_message, socket) => {
        socket.destroy();
        reject(connectionLost('The server changes to another protocol instead of answering.'));
      });
      request.once('close', () => reject(connectionLost('The connection was closed before an answer.')));
      signal.throwIfAborted();
    });
  } catch (error) {
    request.destroy();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function connectionLost(message: string): Error {
  return Object.assign(new Error(message), { code: 'ECONNRESET' });
}
