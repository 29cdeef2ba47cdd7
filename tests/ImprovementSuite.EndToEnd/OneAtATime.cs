// Each test drives processes of its own and has the machine to itself.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
