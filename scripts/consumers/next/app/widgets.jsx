'use client';
import { useEffect } from 'react';

/** The loader, once the page is there: it brings the code of widgets when a visitor uses them. */
export function Widgets() {
  useEffect(() => {
    void import('@ess-widgets/elements/loader');
  }, []);
  return null;
}
