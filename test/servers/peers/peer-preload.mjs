// Loaded into a server that somebody else wrote before its own script: whatever address it wants, it gets a free
// port of the loopback interface, tells which, and ends with the process that started it.
import net from 'node:net';

const { listen } = net.Server.prototype;

/**
 * @this {net.Server}
 * @param {any[]} values
 */
net.Server.prototype.listen = function (...values) {
  this.once('listening', () => process.send?.(this.address()));
  return listen.call(
    this,
    { host: '127.0.0.1', port: 0 },
    values.find((value) => typeof value === 'function'),
  );
};

process.once('disconnect', () => process.exit());
