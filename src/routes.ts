import { index, type RouteConfig } from '@react-router/dev/routes';

export default [index('features/sign-in/routes/home.tsx')] satisfies RouteConfig;
