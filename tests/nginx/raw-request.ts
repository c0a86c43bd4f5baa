import { request as plainRequest } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request whose address is sent as it is written; `fetch` would tidy `..` and `//`. */
export function ask(
  port: number,
  address: string,
  options: RequestOptions & { secure?: boolean; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { secure = false, body, ...others } = options;
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(
      {
        host: '127.0.0.1',
        port,
        path: address,
        agent: false,
        rejectUnauthorized: false,
        ...others,
      } as RequestOptions,
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    // A server that refuses a body may close before all of it was sent, after its answer.
    request.on('error', (error) => setTimeout(() => reject(error), 100));
    request.end(body);
  });
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
