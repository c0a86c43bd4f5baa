import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What a partner's server does with a request. */
export type Answer = (response: ServerResponse) => void;
/** What it sends when it does not even speak HTTP correctly. */
export type RawAnswer = (socket: Socket) => void;

export interface HostileServers {
  /** `127.0.0.1:40123`: the partner's server; the operator named it. */
  partner: string;
  /** Another server on this machine, which nobody named. */
  inside: string;
  /** Requests that reached `inside`. */
  insideRequests: string[];
  /** The address at which the partner gives this answer. */
  at(answer: Answer): string;
  rawAt(answer: RawAnswer): string;
  /** The named servers. */
  hosts: string[];
  close(): void;
}

/** Servers of partners that went wrong, or that somebody took over, and one that must not be reached. */
export async function startHostileServers(): Promise<HostileServers> {
  const answers: Answer[] = [];
  const raws: Server[] = [];
  const sockets = new Set<Socket>();
  const listen = async (server: Server): Promise<string> => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  const web = (respond: RequestListener): Promise<string> => {
    const server = createServer(respond);
    raws.push(server);
    return listen(server);
  };
  const partner = await web(({ url = '' }, response) => {
    answers[Number(url.slice(1).replace(/\D.*/, ''))]?.(response);
  });
  const insideRequests: string[] = [];
  const inside = await web(({ url = '' }, response) => {
    insideRequests.push(url);
    response.end('secret');
  });
  const rawAnswers: RawAnswer[] = [];
  // The number in the path says which; a client sends the whole request before it reads.
  const raw = createTcpServer((socket) => {
    socket.once('data', (bytes) => {
      rawAnswers[Number(/^GET \/(\d+)/.exec(bytes.toString('latin1'))?.[1])]?.(socket);
    });
  });
  raws.push(raw);
  const rawAddress = await listen(raw);
  return {
    partner,
    inside,
    insideRequests,
    at: (answer) => `http://${partner}/${String(answers.push(answer) - 1)}`,
    rawAt: (answer) => `http://${rawAddress}/${String(rawAnswers.push(answer) - 1)}`,
    hosts: [partner, rawAddress],
    close() {
      for (const socket of sockets) socket.destroy();
      for (const server of raws) server.close();
    },
  };
}
