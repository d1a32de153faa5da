// Verifies one message with the public library: npm install standardwebhooks, then
// TOCSIN_SECRET=whsec_... node verify-with-library.mjs ID TIMESTAMP SIGNATURE < body
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

const [id, timestamp, signature] = process.argv.slice(2);
new Webhook(process.env.TOCSIN_SECRET).verify(readFileSync(0, 'utf8'), {
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': signature,
});
console.log('verified');
