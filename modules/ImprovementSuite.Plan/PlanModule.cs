namespace ImprovementSuite.Plan;

/// <summary>The improvement plan: its lines, their ratings and its pages.</summary>
public static class PlanModule;
