using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.SocialCare.Integration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.Learning;

internal static class LearningParts
{
    public static void AddLearning(this IHostApplicationBuilder builder)
    {
        builder.Services.AddTransient<PracticeIssuePublisher>().AddHostedService<PublisherClock>();
        builder.Services.AddTransient<INotificationHandler<LearningDelivered>, LearningHandler>().AddTransient<INotificationHandler<LearningWithdrawn>, LearningHandler>();
    }
}
