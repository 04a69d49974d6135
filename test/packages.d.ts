// Declarations of packages without types of their own, as the agent has them.
/// <reference path="../agent/tasks/execute/packages.d.ts" />
