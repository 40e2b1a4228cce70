import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { PublicCall } from '../../shared/views.ts';
import { type Course, dueAt, proceed, startCourse } from './board-course.ts';

/** Runs a board's course: at once when the hall's calls change, and whenever something on it is due. */
export function useCourse(
  glass: RefObject<HTMLElement | null>,
  facts: { calls: readonly PublicCall[]; rowsPerPage: number; languages: number; hallNow: number; isLive: boolean },
): Course {
  const { calls, rowsPerPage, languages, hallNow, isLive } = facts;
  const [course, setCourse] = useState(() => {
    return startCourse({ calls, rowsPerPage, languages, pages: 1, isLive }, hallNow, performance.now());
  });
  // Before the next picture, so that no call is on the glass a frame late.
  useLayoutEffect(() => {
    const now = performance.now();
    const pages = mostPages(glass.current);
    setCourse((before) => proceed(before, { calls, rowsPerPage, languages, pages, isLive }, now));
  }, [glass, calls, rowsPerPage, languages, isLive]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = performance.now();
      const pages = mostPages(glass.current);
      setCourse((before) => proceed(before, { calls, rowsPerPage, languages, pages, isLive }, now));
    }, dueAt(course) - performance.now());
    return () => clearTimeout(timer);
  }, [glass, calls, rowsPerPage, languages, isLive, course]);
  return course;
}

function mostPages(glass: HTMLElement | null): number {
  const pagers = glass?.querySelectorAll<HTMLElement>('[data-pages]') ?? [];
  return Math.max(1, ...Array.from(pagers, (pager) => Number(pager.dataset.pages)));
}
