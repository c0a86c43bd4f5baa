import type { FailureKind } from '../../search/engine/verified-fetch.ts';
import type { Hit } from '../../search/query/hits.ts';
import type { SearchResult } from '../../search/query/search-result.ts';
import type { SearchRequest } from './address.ts';

/** Whom readers can call when they do not find something. */
export interface ServiceDesk {
  phone: string;
  hours: string | undefined;
}

/** What the search page shows at the moment. */
export type SearchState =
  | { name: 'idle' }
  | { name: 'loading'; query: string }
  | ReadyState
  | { name: 'failed'; query: string; failure: FailureKind };

export interface ReadyState {
  name: 'ready';
  request: SearchRequest;
  result: SearchResult;
  total: number;
  hits: Hit[];
  /** Why some hits are shown without their texts. */
  missed: FailureKind | undefined;
  /** The outcome of the last press on “再显示”. */
  more?: { added: number } | { failed: FailureKind };
}
