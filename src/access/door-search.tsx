import { useState } from 'react';
import { useSignedInMessages } from '#i18n';

/** What the person searches for, and whether only doors are shown that may be opened now. */
export type DoorFilter = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly isOnlyPermitted: boolean;
  readonly setOnlyPermitted: (isOnly: boolean) => void;
};

export function useDoorFilter(): DoorFilter {
  const [query, setQuery] = useState('');
  const [isOnlyPermitted, setOnlyPermitted] = useState(false);
  return { query, setQuery, isOnlyPermitted, setOnlyPermitted };
}

/** The search field and the filter. The number of doors they find is announced by the list. */
export function DoorSearch({ filter, isFilterable }: { readonly filter: DoorFilter; readonly isFilterable: boolean }) {
  const t = useSignedInMessages();
  return (
    <search className="doors-search">
      <label className="visually-hidden" htmlFor="search">
        {t.doors.search}
      </label>
      <input
        id="search"
        className="input"
        type="search"
        autoComplete="off"
        placeholder={t.doors.search}
        value={filter.query}
        onChange={(event) => filter.setQuery(event.target.value)}
        aria-describedby="search-count"
      />
      {isFilterable ? (
        <label className="doors-filter">
          <input
            type="checkbox"
            checked={filter.isOnlyPermitted}
            onChange={(event) => filter.setOnlyPermitted(event.target.checked)}
          />
          {t.doors.onlyPermitted}
        </label>
      ) : null}
    </search>
  );
}
